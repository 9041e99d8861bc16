using FluentMigrator;

namespace BacklogHealth.Storage.Migrations;

/// <summary>
/// What a pull needs to prove that it is whole: scope apart from mapping, cursors, second listings, kept payloads, an audit; and what trackers say
/// of an item beyond the first version. A team that was pulled before has no scope yet, so that its next pull fetches everything anew.
/// </summary>
[Migration(2, "whole pulls from three trackers")]
public sealed class V002WholePulls : ForwardOnlyMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Alter.Table("team").AddColumn("scope").AsText().Nullable();
        Alter.Table("team").AddColumn("read_as").AsInt64().Nullable();
        Alter.Table("team").AddColumn("cursor").AsText().Nullable();
        Items();
        States();
        Payloads();
        Pulls();
        Audit();
        this.CompareTextsByNumber();
    }

    private void Items()
    {
        Alter.Table("item").AddColumn("remote_links").AsText().Nullable();
        Alter.Table("item").AddColumn("flagged").AsInt32().NotNullable().WithDefaultValue(0);
        Alter.Table("item").AddColumn("tracker_team").AsText().Nullable();
        Alter.Table("item").AddColumn("reading_notes").AsText().Nullable();
        Alter.Table("item").AddColumn("read_as").AsInt64().Nullable();

        // All that a listing is compared with: the comparison of a million items reads this index and never the texts.
        Create.Index("item_standing").OnTable("item")
            .OnColumn("team_no").Ascending().OnColumn("id").Ascending().OnColumn("stamp").Ascending().OnColumn("read_as").Ascending()
            .OnColumn("removed_at").Ascending().OnColumn("missing_since").Ascending().OnColumn("not_visible_since").Ascending()
            .OnColumn("state_no").Ascending().OnColumn("history_complete").Ascending().OnColumn("states_fit").Ascending();
    }

    // Items whose content stays the same are not written again by the next pull, so what their changes already tell is marked here.
    private void States()
    {
        Alter.Table("item_state").AddColumn("reset").AsInt32().NotNullable().WithDefaultValue(0);
        Execute.Sql(
            """
            UPDATE item_state SET reset = 1 WHERE seq > 0
                AND EXISTS (SELECT 1 FROM item_change c WHERE c.item_no = item_state.item_no AND c.at = item_state.at AND c.field = 'state')
                AND EXISTS (SELECT 1 FROM item_change c WHERE c.item_no = item_state.item_no AND c.at = item_state.at AND c.field IN ('project', 'key', 'type'))
            """);
    }

    private void Payloads()
    {
        Create.Table("payload")
            .WithColumn("item_no").AsInt64().NotNullable().PrimaryKey().ForeignKey("payload_of", "item", "item_no")
            .WithColumn("fetched_at").AsInt64().NotNullable()
            .WithColumn("json").AsBytes().NotNullable();
        Create.Index("payload_age").OnTable("payload").OnColumn("fetched_at").Ascending();
    }

    private void Pulls()
    {
        Alter.Table("pull").AddColumn("read_as").AsInt64().Nullable();
        Alter.Table("pull").AddColumn("cursor").AsText().Nullable();
        Alter.Table("pull").AddColumn("anew").AsInt32().NotNullable().WithDefaultValue(0);

        // In which listings of the pull an item stands: 1 the first, 2 the second, 3 both.
        Alter.Table("listed").AddColumn("listings").AsInt32().NotNullable().WithDefaultValue(1);
    }

    private void Audit()
    {
        Create.Table("audit")
            .WithColumn("audit_no").AsInt64().PrimaryKey().Identity()
            .WithColumn("at").AsInt64().NotNullable()
            .WithColumn("team_no").AsInt64().NotNullable().ForeignKey("audit_team", "team", "team_no")
            .WithColumn("pull_no").AsInt64().NotNullable()
            .WithColumn("action").AsText().NotNullable()
            .WithColumn("detail").AsText().NotNullable()
            .WithColumn("accepted_by").AsText().Nullable();
        Create.Index("audit_by_team").OnTable("audit").OnColumn("team_no").Ascending().OnColumn("audit_no").Ascending();
    }
}
