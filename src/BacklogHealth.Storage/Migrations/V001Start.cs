using FluentMigrator;
using FluentMigrator.Builders.Create.Table;

namespace BacklogHealth.Storage.Migrations;

/// <summary>The tables the product began with. Instants are UTC ticks of 100 ns since year 1; lists are JSON; names are lower case on every engine.</summary>
[Migration(1, "the tables the product began with")]
public sealed class V001Start : ForwardOnlyMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Teams();
        Items();
        Parts();
        Pulls();
        Snapshots();
    }

    private void Teams()
    {
        Create.Table("team")
            .WithColumn("team_no").AsInt64().PrimaryKey().Identity()
            .WithColumn("name").AsText().NotNullable().Unique("team_name")
            .WithColumn("connection").AsText().NotNullable()
            .WithColumn("source").AsText().NotNullable()
            .WithColumn("time_zone").AsText().NotNullable()
            .WithColumn("browse_url").AsText().Nullable()
            .WithColumn("fingerprint").AsText().Nullable()
            .WithColumn("profile").AsText().Nullable()
            .WithColumn("last_import").AsText().Nullable();

        // States are few and stand in every row of a history: each is kept once.
        Create.Table("state")
            .WithColumn("state_no").AsInt64().PrimaryKey().Identity()
            .WithColumn("team_no").AsInt64().NotNullable().ForeignKey("state_team", "team", "team_no")
            .WithColumn("id").AsText().NotNullable()
            .WithColumn("name").AsText().NotNullable();
        Create.Index("state_words").OnTable("state").OnColumn("team_no").Ascending().OnColumn("id").Ascending().OnColumn("name").Ascending().WithOptions().Unique();
    }

    private void Items()
    {
        // Short columns first: a reader of these does not touch the pages that hold the texts.
        Create.Table("item")
            .WithColumn("item_no").AsInt64().PrimaryKey().Identity()
            .WithColumn("team_no").AsInt64().NotNullable().ForeignKey("item_team", "team", "team_no")
            .WithColumn("id").AsText().NotNullable()
            .WithColumn("key").AsText().NotNullable()
            .WithColumn("kind").AsInt32().NotNullable()
            .WithColumn("state_no").AsInt64().NotNullable().ForeignKey("item_state_now", "state", "state_no")
            .WithColumn("created").AsInt64().NotNullable()
            .WithColumn("updated").AsInt64().NotNullable()
            .WithColumn("parent_id").AsText().Nullable()
            .WithColumn("story_points").AsNumber().Nullable()
            .WithColumn("resolution").AsText().Nullable()
            .WithColumn("history_complete").AsInt32().NotNullable()
            .WithColumn("states_fit").AsInt32().NotNullable()
            .WithColumn("missing_since").AsInt64().Nullable()
            .WithColumn("removed_at").AsInt64().Nullable()
            .WithColumn("not_visible_since").AsInt64().Nullable()
            .WithColumn("stamp").AsText().Nullable()
            .WithColumn("content").AsText().NotNullable()
            .WithColumn("project").AsText().NotNullable()
            .WithColumn("type").AsText().NotNullable()
            .WithColumn("parent_key").AsText().Nullable()
            .WithColumn("rank").AsText().Nullable()
            .WithColumn("priority").AsText().Nullable()
            .WithColumn("due").AsText().Nullable()
            .WithColumn("fix_versions").AsText().Nullable()
            .WithColumn("labels").AsText().Nullable()
            .WithColumn("sprint_ids").AsText().Nullable()
            .WithColumn("links").AsText().Nullable()
            .WithColumn("attachments").AsText().Nullable()
            .WithColumn("other_fields").AsText().Nullable()
            .WithColumn("title").AsText().NotNullable()
            .WithColumn("description").AsText().NotNullable()
            .WithColumn("description_spans").AsText().NotNullable()
            .WithColumn("criteria").AsText().NotNullable()
            .WithColumn("criteria_spans").AsText().NotNullable();
        Create.Index("item_id").OnTable("item").OnColumn("team_no").Ascending().OnColumn("id").Ascending().WithOptions().Unique();
        Create.Index("item_created").OnTable("item").OnColumn("team_no").Ascending().OnColumn("created").Ascending().OnColumn("id").Ascending();
        Create.Index("item_key_now").OnTable("item").OnColumn("key").Ascending();
    }

    private void Parts()
    {
        PartOfItem("item_state")
            .WithColumn("at").AsInt64().NotNullable()
            .WithColumn("state_no").AsInt64().NotNullable().ForeignKey("item_state_state", "state", "state_no");

        PartOfItem("item_change")
            .WithColumn("at").AsInt64().NotNullable()
            .WithColumn("field").AsText().NotNullable()
            .WithColumn("from_text").AsText().Nullable()
            .WithColumn("from_id").AsText().Nullable()
            .WithColumn("from_spans").AsText().Nullable()
            .WithColumn("to_text").AsText().Nullable()
            .WithColumn("to_id").AsText().Nullable()
            .WithColumn("to_spans").AsText().Nullable()
            .WithColumn("author_id").AsText().Nullable();

        PartOfItem("item_comment")
            .WithColumn("id").AsText().NotNullable()
            .WithColumn("author_id").AsText().Nullable()
            .WithColumn("at").AsInt64().NotNullable()
            .WithColumn("words").AsText().NotNullable()
            .WithColumn("words_spans").AsText().NotNullable();

        // Keys an item had before it moved, so that an old key still finds it.
        PartOfItem("item_key").WithColumn("key").AsText().NotNullable();
        Create.Index("item_key_before").OnTable("item_key").OnColumn("key").Ascending();
    }

    private void Pulls()
    {
        Create.Table("pull")
            .WithColumn("pull_no").AsInt64().PrimaryKey().Identity()
            .WithColumn("team_no").AsInt64().NotNullable().ForeignKey("pull_team", "team", "team_no")
            .WithColumn("started_at").AsInt64().NotNullable()
            .WithColumn("finished_at").AsInt64().Nullable()
            .WithColumn("result").AsText().Nullable();
        Create.Index("pull_by_team").OnTable("pull").OnColumn("team_no").Ascending().OnColumn("pull_no").Ascending();

        Create.Table("listed")
            .WithColumn("listed_no").AsInt64().PrimaryKey().Identity()
            .WithColumn("pull_no").AsInt64().NotNullable().ForeignKey("listed_pull", "pull", "pull_no")
            .WithColumn("id").AsText().NotNullable()
            .WithColumn("stamp").AsText().NotNullable()
            .WithColumn("asked").AsInt32().NotNullable()
            .WithColumn("outcome").AsInt32().NotNullable()
            .WithColumn("reason").AsText().Nullable();
        Create.Index("listed_id").OnTable("listed").OnColumn("pull_no").Ascending().OnColumn("id").Ascending().WithOptions().Unique();
        Create.Index("listed_next").OnTable("listed")
            .OnColumn("pull_no").Ascending().OnColumn("outcome").Ascending().OnColumn("asked").Ascending().OnColumn("listed_no").Ascending();
    }

    private void Snapshots()
    {
        Create.Table("snapshot")
            .WithColumn("snapshot_no").AsInt64().PrimaryKey().Identity()
            .WithColumn("team").AsText().NotNullable()
            .WithColumn("as_of").AsInt64().NotNullable()
            .WithColumn("made_at").AsInt64().NotNullable()
            .WithColumn("data_state").AsText().NotNullable()
            .WithColumn("settings_hash").AsText().NotNullable()
            .WithColumn("version").AsText().NotNullable()
            .WithColumn("measures").AsText().Nullable();
        Create.Index("snapshot_by_team").OnTable("snapshot").OnColumn("team").Ascending().OnColumn("as_of").Ascending();

        Create.Table("snapshot_item")
            .WithColumn("snapshot_no").AsInt64().NotNullable().PrimaryKey().ForeignKey("snapshot_item_of", "snapshot", "snapshot_no")
            .WithColumn("seq").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("id").AsText().NotNullable()
            .WithColumn("key").AsText().NotNullable()
            .WithColumn("clarity").AsInt32().Nullable()
            .WithColumn("slicing").AsInt32().Nullable()
            .WithColumn("language").AsText().Nullable()
            .WithColumn("not_scored_because").AsText().Nullable()
            .WithColumn("ready").AsInt32().NotNullable()
            .WithColumn("position").AsInt32().Nullable()
            .WithColumn("findings").AsText().NotNullable();

        Create.Table("snapshot_forecast")
            .WithColumn("snapshot_no").AsInt64().NotNullable().PrimaryKey().ForeignKey("snapshot_forecast_of", "snapshot", "snapshot_no")
            .WithColumn("seq").AsInt32().NotNullable().PrimaryKey()
            .WithColumn("question").AsText().NotNullable()
            .WithColumn("subject").AsText().NotNullable()
            .WithColumn("json").AsText().NotNullable();
    }

    private ICreateTableWithColumnSyntax PartOfItem(string table) =>
        Create.Table(table)
            .WithColumn("item_no").AsInt64().NotNullable().PrimaryKey().ForeignKey(table + "_of", "item", "item_no")
            .WithColumn("seq").AsInt32().NotNullable().PrimaryKey();
}
