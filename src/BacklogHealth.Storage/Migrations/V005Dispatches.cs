using FluentMigrator;

namespace BacklogHealth.Storage.Migrations;

/// <summary>Reports on their way: one row for each subscription, period, channel and recipient.</summary>
[Migration(5, "dispatches")]
public sealed class V005Dispatches : ForwardOnlyMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("dispatch")
            .WithColumn("dispatch_no").AsInt64().PrimaryKey().Identity()
            .WithColumn("subscription").AsText().NotNullable()
            .WithColumn("period").AsText().NotNullable()
            .WithColumn("channel").AsText().NotNullable()
            .WithColumn("recipient").AsText().NotNullable()
            .WithColumn("due_at").AsInt64().NotNullable()
            .WithColumn("made_at").AsInt64().NotNullable()
            .WithColumn("state").AsInt32().NotNullable()
            .WithColumn("token").AsInt64().NotNullable()
            .WithColumn("lease_until").AsInt64().Nullable()
            .WithColumn("handed_at").AsInt64().Nullable()
            .WithColumn("attempts").AsInt32().NotNullable()
            .WithColumn("doubts").AsInt32().NotNullable()
            .WithColumn("next_at").AsInt64().Nullable()
            .WithColumn("ended_at").AsInt64().Nullable()
            .WithColumn("note").AsText().Nullable();
        Create.Index("dispatch_once").OnTable("dispatch")
            .OnColumn("subscription").Ascending().OnColumn("period").Ascending().OnColumn("channel").Ascending().OnColumn("recipient").Ascending().WithOptions().Unique();
        this.CompareTextsByNumber();
    }
}
