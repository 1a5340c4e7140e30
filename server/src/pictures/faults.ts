// Why a picture is not taken. Each has its sentence in the catalogue of refusals.
import type { ErrorCode } from '@masa/shared/i18n';

export type PictureFault = Extract<
  ErrorCode,
  'picture-too-large' | 'picture-kind' | 'picture-pixels' | 'picture-animated' | 'picture-unreadable' | 'pictures-full'
>;
