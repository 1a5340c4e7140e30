import type { Texts } from '../areas.ts';

const texts: Texts<'board'> = {
};
export default texts;
