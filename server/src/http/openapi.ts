// The API's description, drawn from the same schemas that validate (OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.0).
import { apiError, type Bytes, isBytes, ROUTES, type Route } from '@masa/shared/wire';
import { z } from 'zod';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
  return rest;
};

function contentOf(what: z.ZodType | string | Bytes, io: 'input' | 'output'): object {
  if (typeof what === 'string') return { [what]: { schema: { type: 'string' } } };
  // Bytes as they are have a media type and no schema (OpenAPI 3.1, "Considerations for File Uploads").
  if (isBytes(what)) return Object.fromEntries(what.media.map((type) => [type, {}]));
  return { 'application/json': { schema: schemaOf(what, io) } };
}

function parametersOf(route: Route): object[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  if (!route.query) return inPath;
  const { properties = {} } = schemaOf(route.query, 'input') as { properties?: Record<string, object> };
  return [...inPath, ...Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))];
}

const operationOf = (operationId: string, route: Route): object => ({
  operationId,
  summary: route.summary,
  ...(route.access === 'open' ? { security: [] } : {}),
  parameters: parametersOf(route),
  ...(route.body ? { requestBody: { required: true, content: contentOf(route.body, 'input') } } : {}),
  responses: {
    [route.status]: { description: 'Done', content: contentOf(route.response, 'output') },
    default: { $ref: '#/components/responses/Refused' },
  },
});

/** The whole document, as served at /api/openapi.json. */
export function openApi(version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of Object.entries(ROUTES) as [string, Route][]) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Masa',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'A self-hosted workshop board. Boards themselves are edited over the y-websocket protocol at /sync/{boardId}?token=…; facilitation runs over Socket.IO.',
    },
    security: [{ bearer: [] }, { seat: [] }, { staff: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        seat: { type: 'apiKey', in: 'cookie', name: 'masa_seat', description: 'A participant. Unsafe requests also carry x-masa-csrf.' },
        staff: {
          type: 'apiKey',
          in: 'cookie',
          name: 'masa_staff',
          description: 'An organiser, facilitator or observer. Unsafe requests also carry x-masa-csrf.',
        },
      },
      responses: { Refused: { description: 'Refused; nothing was changed', content: contentOf(apiError, 'output') } },
    },
  };
}
