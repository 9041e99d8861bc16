using FluentMigrator;

namespace BacklogHealth.Storage.Migrations;

/// <summary>Which items the query of a delivery found, and from when to when: so that a past day knows who was a member then.</summary>
[Migration(3, "members of deliveries")]
public sealed class V003DeliveryMembers : ForwardOnlyMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        // Found by a hash, since a query may be longer than what an index holds.
        Create.Table("delivery_query")
            .WithColumn("delivery_query_no").AsInt64().PrimaryKey().Identity()
            .WithColumn("team_no").AsInt64().NotNullable().ForeignKey("delivery_query_team", "team", "team_no")
            .WithColumn("hash").AsText().NotNullable()
            .WithColumn("query").AsText().NotNullable()
            .WithColumn("answered_at").AsInt64().Nullable()
            .WithColumn("refusal").AsText().Nullable();
        Create.Index("delivery_query_words").OnTable("delivery_query").OnColumn("team_no").Ascending().OnColumn("hash").Ascending().WithOptions().Unique();

        // One row for each stay: an item that goes and comes back has two. 0 is the beginning of time.
        Create.Table("delivery_member")
            .WithColumn("delivery_query_no").AsInt64().NotNullable().PrimaryKey().ForeignKey("delivery_member_of", "delivery_query", "delivery_query_no")
            .WithColumn("id").AsText().NotNullable().PrimaryKey()
            .WithColumn("since").AsInt64().NotNullable().PrimaryKey()
            .WithColumn("until").AsInt64().Nullable();
        this.CompareTextsByNumber();
    }
}
