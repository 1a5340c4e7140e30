// The kind with its checks, remedies and questions: in a chunk of its own, which the first picture does not wait for.
export { serviceCanvas } from '@masa/shared/kinds/service-canvas';
