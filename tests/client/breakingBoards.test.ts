// Boards in hurried hands, where the server has a say.
import { afterEach, expect, test } from 'vitest';
import { openScene, type StageScene } from '../support/stageScene.ts';

let scene: StageScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

test('CRACK-2 a facilitator who went back to private writing, or brought cards along, moves on although nobody has a draft', async () => {
  scene = await openScene({ template: 'risks-5' });
  expect(await scene.stage('gather')).toBe(409);
  const body = { cells: [{ id: 'tray', cards: [{ text: 'Nobody comes' }] }] };
  expect((await scene.masa.ask('POST', `/api/boards/${scene.board}/cards`, { token: scene.facilitator, body })).status).toBe(201);
  expect(await scene.stage('gather')).toBe(200);
  expect(await scene.stage('premortem')).toBe(200);
  expect(await scene.stage('rate')).toBe(200);
});
