// What has just changed in workshops, for whoever shows it live.
import { createEmitter, type Emitter } from '@masa/shared/core';

export interface WorkshopChanged {
  readonly workshopId: string;
}

/** Fires after the change is stored. */
export type Changes = Emitter<WorkshopChanged>;

export const createChanges = (): Changes => createEmitter<WorkshopChanged>();
