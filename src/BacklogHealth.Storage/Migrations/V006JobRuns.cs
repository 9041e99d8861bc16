using FluentMigrator;

namespace BacklogHealth.Storage.Migrations;

/// <summary>Runs of jobs: one row for each job and slot.</summary>
[Migration(6, "job runs")]
public sealed class V006JobRuns : ForwardOnlyMigration
{
    /// <inheritdoc/>
    public override void Up()
    {
        Create.Table("job_run")
            .WithColumn("job_run_no").AsInt64().PrimaryKey().Identity()
            .WithColumn("job").AsText().NotNullable()
            .WithColumn("slot").AsText().NotNullable()
            .WithColumn("due_at").AsInt64().NotNullable()
            .WithColumn("made_at").AsInt64().NotNullable()
            .WithColumn("state").AsInt32().NotNullable()
            .WithColumn("token").AsInt64().NotNullable()
            .WithColumn("lease_until").AsInt64().Nullable()
            .WithColumn("attempts").AsInt32().NotNullable()
            .WithColumn("started_at").AsInt64().Nullable()
            .WithColumn("next_at").AsInt64().Nullable()
            .WithColumn("ended_at").AsInt64().Nullable()
            .WithColumn("note").AsText().Nullable();
        Create.Index("job_run_once").OnTable("job_run").OnColumn("job").Ascending().OnColumn("slot").Ascending().WithOptions().Unique();
        Create.Index("job_run_due").OnTable("job_run").OnColumn("job").Ascending().OnColumn("due_at").Ascending();
        this.CompareTextsByNumber();
    }
}
