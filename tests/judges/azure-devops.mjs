// Microsoft's client reads projects, a team, a query, items, updates, comments and all revisions.
import * as azdev from 'azure-devops-node-api';
import { check } from './check.mjs';

export async function readAzureDevOps(address, items) {
  const connection = new azdev.WebApi(address, azdev.getPersonalAccessTokenHandler('token'));
  const facts = [];
  const me = await connection.connect();
  facts.push(`signed in as ${me.authenticatedUser.id}`);

  const core = await connection.getCoreApi();
  const projects = await core.getProjects();
  check(projects.length === 2, `found ${projects.length} projects; expected 2`);
  const teams = await core.getTeams(projects[0].id);
  facts.push(`projects ${projects.map(p => p.name).join(', ')}; team ${teams[0].name}`);

  const context = { project: projects[0].name, team: teams[0].name };
  const work = await connection.getWorkApi();
  const iterations = await work.getTeamIterations(context);
  const boards = await work.getBoards(context);
  const columns = await work.getBoardColumns(context, boards[0].id);
  const areas = await work.getTeamFieldValues(context);
  const process = await work.getProcessConfiguration(projects[0].name);
  check(iterations.length > 50 && iterations[0].attributes.startDate instanceof Date, 'found no iterations with dates');
  check(columns.length === 5 && areas.values.length === 1, 'found no board of five columns, or no area');
  facts.push(`${iterations.length} iterations; board ${boards[0].name} with ${columns.map(c => c.name).join(', ')}; estimate ${process.typeFields.Effort.name}`);

  const wit = await connection.getWorkItemTrackingApi();
  const query = { query: 'SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project ORDER BY [System.Id]' };
  const found = await wit.queryByWiql(query, { project: projects[0].name });
  const ids = found.workItems.map(w => w.id);
  const batch = await wit.getWorkItemsBatch({ ids: ids.slice(0, 200), $expand: 1, errorPolicy: 2 });
  check(batch.length === 200 && batch.every(w => w.fields['System.Title']), 'a batch of 200 came incomplete');
  const linked = batch.find(w => w.relations?.length > 0);
  check(linked, 'no item of a batch of 200 came with relations');
  const one = await wit.getWorkItem(linked.id, undefined, undefined, 4);
  check(one.relations?.length === linked.relations.length, `item ${one.id} came with other relations alone than in a batch`);
  const updates = await wit.getUpdates(ids[10]);
  check(updates.length > 1 && updates.at(-1).revisedDate.getUTCFullYear() === 9999, 'the last update has an end');
  facts.push(`query found ${ids.length}; item ${one.id} has ${one.relations.length} relations; item ${ids[10]} has ${updates.length} updates`);

  const talked = batch.find(w => w.fields['System.CommentCount'] > 0);
  const comments = await wit.getComments(projects[0].name, talked.id);
  check(comments.comments.length === talked.fields['System.CommentCount'], 'comments are missing');

  const seen = new Set();
  let revisions = 0;
  let token;
  let last = false;
  while (!last) {
    const page = await wit.readReportingRevisionsGet(undefined, undefined, undefined, token, undefined, true, true, false, false, undefined, false, 500);
    page.values.forEach(v => seen.add(v.id));
    revisions += page.values.length;
    token = page.continuationToken;
    last = page.isLastBatch;
  }

  check(seen.size === items, `the reports hold ${seen.size} items; expected ${items}`);
  facts.push(`${revisions} revisions of ${seen.size} items in reports; types ${(await wit.getWorkItemTypes(projects[0].name)).map(t => t.name).join(', ')}`);
  return facts;
}
