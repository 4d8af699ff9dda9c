import { PROJECT_PRIORITIES, PROJECT_STATUSES } from '@officina/contracts/studio';
import { projectCreate } from '@officina/contracts/studio-inputs';
import { z } from 'zod';
import { createProject } from '../../../domains/studio/projects/create-project.ts';
import { pageProjects } from '../../../domains/studio/projects/page-projects.ts';
import { printProject } from '../../../domains/studio/projects/project-row.ts';
import { row } from '../../row.ts';
import { keyFailures } from './dialect.ts';
import { dataOf, day, id, moment, offsetPage, pageOf, printPage, queryWord } from './wire.ts';

const project = z.strictObject({
  id,
  name: z.string(),
  description: z.string().nullable(),
  status: z.enum(PROJECT_STATUSES),
  client_id: id.nullable(),
  budget: z.number().nullable(),
  deadline: day.nullable(),
  priority: z.enum(PROJECT_PRIORITIES),
  tags: z.array(z.string()),
  created_at: moment,
  updated_at: moment,
});

const { clientId, ...plain } = projectCreate.shape;

const body = z
  .object({ ...plain, client_id: clientId })
  .transform(({ client_id, ...rest }) => ({ clientId: client_id, ...rest }));

const common = { tag: 'Projects', credential: 'apiKey', failures: keyFailures } as const;

export const projectRows = [
  row({
    ...common,
    method: 'GET',
    path: '/v1/projects',
    summary: 'Projects, newest first',
    operation: pageProjects,
    query: z.object({ status: queryWord, ...offsetPage }),
    answer: 'bare',
    present: (page) => printPage(page, printProject),
    response: pageOf(project),
  }),
  row({
    ...common,
    method: 'POST',
    path: '/v1/projects',
    summary: 'Create a project',
    operation: createProject,
    body,
    fields: { clientId: 'client_id' },
    idempotent: true,
    status: 201,
    answer: 'bare',
    present: (view) => ({ data: { data: printProject(view) } }),
    response: dataOf(project),
  }),
];
