using FluentMigrator;

namespace BacklogHealth.Storage.Migrations;

/// <summary>What was learned of a team: one row for each target.</summary>
[Migration(7, "models")]
public sealed class V007Models : ForwardOnlyMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("model")
            .WithColumn("model_no").AsInt64().PrimaryKey().Identity()
            .WithColumn("team_no").AsInt64().NotNullable().ForeignKey("model_team", "team", "team_no")
            .WithColumn("target").AsText().NotNullable()
            .WithColumn("data_to").AsText().NotNullable()
            .WithColumn("made_at").AsInt64().NotNullable()
            .WithColumn("verdict").AsText().NotNullable()
            .WithColumn("coefficients").AsText().Nullable();
        Create.Index("model_once").OnTable("model").OnColumn("team_no").Ascending().OnColumn("target").Ascending().WithOptions().Unique();
        this.CompareTextsByNumber();
    }
}
