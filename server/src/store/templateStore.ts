// Port: templates a workshop made for itself, version by version. A version never changes and never goes: boards pin it.
import type { Template } from '@masa/shared/board';

export interface KeptTemplate {
  readonly template: Template;
  /** Server time, ms. */
  readonly at: number;
}

export interface TemplateStore {
  /** False, and nothing kept, if this version is there already. */
  add(workshopId: string, template: Template, at: number): Promise<boolean>;
  read(workshopId: string, id: string, version: number): Promise<KeptTemplate | undefined>;
  /** The newest version of each template, newest first. */
  newest(workshopId: string): Promise<readonly KeptTemplate[]>;
}
