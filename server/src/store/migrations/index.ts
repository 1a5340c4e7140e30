// Every migration in order. Names are never changed and files never edited once released: forward only.
import type { Migration } from 'kysely';
import { boardLog } from './0001_boardLog.ts';
import { workshops } from './0002_workshops.ts';
import { pictures } from './0003_pictures.ts';
import { versions } from './0004_versions.ts';
import { stages } from './0005_stages.ts';
import { drafts } from './0006_drafts.ts';
import { answers } from './0007_answers.ts';
import { places } from './0008_places.ts';
import { carried } from './0009_carried.ts';
import { templates } from './0010_templates.ts';
import { rounds } from './0011_rounds.ts';

export const migrations: Record<string, Migration> = {
  '0001_boardLog': boardLog,
  '0002_workshops': workshops,
  '0003_pictures': pictures,
  '0004_versions': versions,
  '0005_stages': stages,
  '0006_drafts': drafts,
  '0007_answers': answers,
  '0008_places': places,
  '0009_carried': carried,
  '0010_templates': templates,
  '0011_rounds': rounds,
};
