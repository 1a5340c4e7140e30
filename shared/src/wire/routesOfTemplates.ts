// The rows of the table of routes that are about templates a workshop makes for itself.
import { route } from './route.ts';
import * as templates from './templates.ts';

export const TEMPLATE_ROUTES = {
  listTemplates: route({
    method: 'get',
    path: '/api/workshops/{id}/templates',
    summary: 'The templates this workshop made for itself',
    access: 'object',
    status: 200,
    response: templates.templateList,
  }),
  saveTemplate: route({
    method: 'post',
    path: '/api/workshops/{id}/templates',
    summary: 'Keeps a template, or a new version of one. Refused with the list of its faults',
    access: 'object',
    body: templates.templateRequest,
    status: 201,
    response: templates.templateSaved,
  }),
  readBoardTemplate: route({
    method: 'get',
    path: '/api/boards/{id}/template',
    summary: 'The template a board pins, with words for every language',
    access: 'object',
    status: 200,
    response: templates.template,
  }),
  previewTemplate: route({
    method: 'get',
    path: '/api/workshops/{id}/boards/{boardId}/preview',
    summary: 'What becomes of a board’s cards under another template',
    access: 'object',
    query: templates.templateQuery,
    status: 200,
    response: templates.templatePreview,
  }),
};
