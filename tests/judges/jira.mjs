// A client that checks each answer against schemas of its own reads the account, fields, projects, a search to its end, issues with histories, boards and sprints.
import { createAgileClient, createCloudClient } from 'jira.js';
import { createClient } from 'jira.js/core';
import { check } from './check.mjs';

export async function readJira(address, items) {
  const client = createClient({
    host: address.replace(/\/$/, ''),
    auth: { type: 'basic', email: 'judge@sample.invalid', apiToken: 'token' },
    onSchemaMismatch: 'throw',
  });
  const jira = createCloudClient(client);
  const agile = createAgileClient(client);
  const facts = [];

  const server = await jira.serverInfo.getServerInfo();
  const me = await jira.myself.getCurrentUser();
  const may = await jira.permissions.getMyPermissions({ projectKey: 'CHK', permissions: 'BROWSE_PROJECTS,EDIT_ISSUES' });
  check(may.permissions.BROWSE_PROJECTS.havePermission && !may.permissions.EDIT_ISSUES.havePermission, 'the account may do something else than read');
  facts.push(`${server.deploymentType}; signed in as ${me.accountId}, who may read only`);

  const fields = await jira.issueFields.getFields();
  const projects = await jira.projects.searchProjects();
  const project = await jira.projects.getProject({ projectIdOrKey: 'CHK' });
  const states = await jira.projects.getAllStatuses({ projectIdOrKey: 'CHK' });
  facts.push(`${fields.length} fields; projects ${projects.values.map(p => p.name).join(', ')}; ${project.issueTypes.length} types with ${states[0].statuses.length} states`);

  const jql = 'project in (CHK, FLD) ORDER BY id ASC';
  const ids = [];
  let nextPageToken;
  do {
    const page = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({ jql, fields: ['*all'], maxResults: 100, nextPageToken });
    ids.push(...page.issues.map(i => i.id));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);

  const { count } = await jira.issueSearch.countIssues({ jql });
  check(new Set(ids).size === items && count === items, `searched ${ids.length} issues, counted ${count}; expected ${items}`);

  const bulk = await jira.issues.bulkFetchIssues({ issueIdsOrKeys: [...ids.slice(0, 99), '1'], fields: ['*all'] });
  check(bulk.issues.length === 99 && bulk.issueErrors.length === 1, 'a bulk fetch gave something else than 99 issues and an error');
  const histories = await jira.issues.getBulkChangelogs({ issueIdsOrKeys: ids.slice(0, 100), maxResults: 1000 });
  const history = await jira.issues.getChangeLogs({ issueIdOrKey: ids[10] });
  const issue = await jira.issues.getIssue({ issueIdOrKey: ids[10], expand: 'changelog' });
  const comments = await jira.issueComments.getComments({ issueIdOrKey: ids[10] });
  await jira.issueRemoteLinks.getRemoteIssueLinks({ issueIdOrKey: ids[10] });
  check(issue.changelog.total === history.total && comments.total === issue.fields.comment.total, 'an issue and its pages disagree');
  facts.push(`${ids.length} issues searched; ${histories.issueChangeLogs.length} histories at once; ${issue.key} has ${history.total} changes and ${comments.total} comments`);

  const boards = await agile.board.getAllBoards();
  const scrum = boards.values.find(b => b.type === 'scrum');
  const configuration = await agile.board.getConfiguration({ boardId: scrum.id });
  const sprints = await agile.board.getAllSprints({ boardId: scrum.id, maxResults: 50 });
  const filter = await jira.filters.getFilter({ id: Number(configuration.filter.id) });
  const first = await agile.sprint.getSprint({ sprintId: sprints.values[0].id });
  facts.push(`${boards.values.length} boards; ${sprints.total} sprints, the first ${first.name} from ${first.startDate}; filter ${filter.jql}`);
  return facts;
}
