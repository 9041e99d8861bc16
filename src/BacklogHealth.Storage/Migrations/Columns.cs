using FluentMigrator;
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

    /// <summary>
    /// Has all texts compared by their characters' numbers, as everywhere in the product, whatever the language of the server. The last thing that
    /// a migration does which makes columns for texts. An embedded database compares so anyway.
    /// </summary>
    public static void CompareTextsByNumber(this MigrationBase migration) =>
        migration.IfDatabase(static engine => engine.StartsWith("Postgre", StringComparison.OrdinalIgnoreCase)).Execute.Sql(
            """
            DO $$
            DECLARE c record;
            BEGIN
                FOR c IN SELECT table_name, column_name FROM information_schema.columns
                    WHERE table_schema = 'public' AND table_name <> 'VersionInfo' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
                LOOP
                    EXECUTE format('ALTER TABLE public.%I ALTER COLUMN %I TYPE text COLLATE "C"', c.table_name, c.column_name);
                END LOOP;
            END $$
            """);
}
