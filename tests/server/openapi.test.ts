// The description of the API against the API.
import { ROUTES } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMasa, type TestMasa } from '../support/masa.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: JsonSchema } } };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>; readonly $ref?: string }>
  >;
}
interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, unknown>> };
}

let masa: TestMasa;
let api: Description;

beforeAll(async () => {
  masa = await startMasa();
  api = (await masa.ask<Description>('GET', '/api/openapi.json')).body;
});
afterAll(() => masa.close());

const operations = (): { path: string; method: string; operation: Operation }[] =>
  Object.entries(api.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

test('HTTP-1 it lists exactly the routes, with their parameters and bodies', () => {
  expect(api.openapi).toBe('3.1.0');
  const described = operations().map(({ path, method, operation }) => `${operation.operationId}: ${method} ${path}`);
  expect(described.sort()).toEqual(
    Object.entries(ROUTES)
      .map(([name, { method, path }]) => `${name}: ${method} ${path}`)
      .sort(),
  );
  for (const { path, operation } of operations()) {
    const inPath = operation.parameters.filter((each) => each.in === 'path').map(({ name }) => `{${name}}`);
    expect(inPath).toEqual(path.match(/\{\w+\}/g) ?? []);
    expect(Object.keys(operation.responses)).toContain('default');
  }
  expect(operations().filter(({ operation }) => operation.requestBody).length).toBe(Object.values(ROUTES).filter((route) => 'body' in route).length);
});

test('HTTP-1 every reference in it leads somewhere', () => {
  const references = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference ?? '');
  const lead = (reference: string): unknown =>
    reference
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], api);
  expect(references.length).toBeGreaterThan(0);
  expect(references.filter((reference) => lead(reference) === undefined)).toEqual([]);
});

test('HTTP-1 each described route is answered, not missing', async () => {
  for (const { path, method } of operations()) {
    const { status, body } = await masa.ask(method.toUpperCase(), path.replace(/\{\w+\}/g, 'none'));
    expect([path, status, body.error?.message ?? '']).not.toEqual([path, 404, '']);
    expect([path, status]).not.toEqual([path, 500]);
  }
});

test.each([
  ['post', '/api/setup', ['key', 'name', 'password'], ['token']],
  ['post', '/api/sessions', ['name', 'password'], ['token']],
  ['post', '/api/workshops', ['title', 'language', 'currency', 'timeZone'], ['id', 'code']],
  ['get', '/api/workshops/{id}', [], ['id', 'title', 'groups', 'boards']],
  ['post', '/api/workshops/{id}/groups', ['number', 'name', 'targetGroup'], ['id']],
  ['post', '/api/workshops/{id}/boards', ['template', 'groupId', 'title'], ['id']],
  ['post', '/api/join', ['code', 'name', 'library', 'region', 'language', 'seats', 'groupId'], ['token', 'participantId', 'workshopId']],
  ['get', '/api/boards/{id}', [], ['id', 'kind', 'template', 'cells', 'checks', 'sums']],
  ['post', '/api/sheets/parse', ['text', 'language'], ['sheets']],
  ['post', '/api/boards/{id}/cards', ['cells', 'rest'], ['cards']],
  ['get', '/api/boards/{id}/versions', [], ['versions']],
  ['post', '/api/boards/{id}/versions', ['title'], ['id', 'at', 'how', 'title', 'changes']],
  ['get', '/api/boards/{id}/versions/{versionId}', [], ['state', 'touched', 'changes']],
  ['post', '/api/boards/{id}/versions/{versionId}/restore', [], ['id', 'ofAt']],
  ['get', '/api/boards/{id}/export.md', [], []],
  ['get', '/api/boards/{id}/export.csv', [], []],
  ['get', '/api/boards/{id}/export.json', [], []],
  ['get', '/api/workshops/{id}/report.md', [], []],
])('HTTP-2 %s %s takes and gives what was promised', (method, path, takes, gives) => {
  const operation = api.paths[path]?.[method];
  const body = operation?.requestBody?.content['application/json'].schema;
  expect(Object.keys(body?.properties ?? {})).toEqual(expect.arrayContaining(takes));
  const [success] = Object.entries(operation?.responses ?? {});
  const schema = success?.[1].content?.['application/json']?.schema;
  expect(Object.keys(schema?.properties ?? {})).toEqual(expect.arrayContaining(gives));
});
