using FluentMigrator;

namespace BacklogHealth.Storage.Migrations;

/// <summary>Who wrote an item, as an opaque account id. The way items are read has changed with it, so that the next pull finds it out.</summary>
[Migration(4, "authors of items")]
public sealed class V004Authors : ForwardOnlyMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Alter.Table("item").AddColumn("author_id").AsText().Nullable();
        this.CompareTextsByNumber();
    }
}
