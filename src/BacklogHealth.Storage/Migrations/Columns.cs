using FluentMigrator.Builders;
using FluentMigrator.Infrastructure;

namespace BacklogHealth.Storage.Migrations;

/// <summary>Column types as the product uses them.</summary>
internal static class Columns
{
    /// <summary>A text of any length: names above 255 characters are real.</summary>
    public static TNext AsText<TNext>(this IColumnTypeSyntax<TNext> column)
        where TNext : IFluentSyntax => column.AsCustom("TEXT");

    /// <summary>A number of 64 bits with a fraction, on every engine.</summary>
    public static TNext AsNumber<TNext>(this IColumnTypeSyntax<TNext> column)
        where TNext : IFluentSyntax => column.AsCustom("DOUBLE PRECISION");

    /// <summary>Bytes of any length.</summary>
    public static TNext AsBytes<TNext>(this IColumnTypeSyntax<TNext> column)
        where TNext : IFluentSyntax => column.AsBinary(int.MaxValue);
}
