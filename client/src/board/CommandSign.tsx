// The sign of any command, for menus and the palette. Stamps look here as they do on the board.
import type { Sign } from '@masa/shared/objects';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  ArrowRightFromLine,
  ArrowRightToLine,
  BringToFront,
  ChartNoAxesColumn,
  Circle,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Crosshair,
  Diamond,
  FileText,
  Group,
  Hexagon,
  History,
  Image,
  Info,
  Keyboard,
  Languages,
  LayersMinus,
  LayersPlus,
  LayoutGrid,
  Link2,
  ListChecks,
  ListTree,
  LocateFixed,
  Lock,
  LockOpen,
  type LucideIcon,
  Map as MapSign,
  Maximize,
  MessageCircle,
  MessageSquare,
  PencilLine,
  Plus,
  Redo2,
  Scan,
  Scissors,
  Search,
  SendToBack,
  Square,
  SquareArrowOutUpRight,
  SquareDashedMousePointer,
  Squircle,
  Star,
  StarOff,
  TableCellsMerge,
  Trash2,
  Triangle,
  Undo2,
  Ungroup,
  Users,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { SIGN_SIDE, signArtOf } from '../canvas/signs.ts';
import { TOOL_NAMES, type ToolName } from '../editor/toolbox.ts';
import { objectColorOf } from '../ui/objectTokens.ts';
import { TOOL_ICONS } from './toolIcons.ts';

const SIGNS: Readonly<Record<string, LucideIcon>> = {
  'add-card': Plus,
  picture: Image,
  'shape-rectangle': Square,
  'shape-rounded': Squircle,
  'shape-ellipse': Circle,
  'shape-diamond': Diamond,
  'shape-triangle': Triangle,
  'shape-hexagon': Hexagon,
  'shape-star': Star,
  'shape-speech': MessageSquare,
  undo: Undo2,
  redo: Redo2,
  edit: PencilLine,
  copy: Copy,
  cut: Scissors,
  paste: ClipboardPaste,
  'paste-in-place': ClipboardPaste,
  'paste-sheet': FileText,
  duplicate: CopyPlus,
  bin: Trash2,
  'bin-open': Trash2,
  'select-all': SquareDashedMousePointer,
  details: Info,
  'move-to': TableCellsMerge,
  star: Star,
  unstar: StarOff,
  'link-to': Link2,
  'carry-to': ArrowRightFromLine,
  'bring-in': ArrowRightToLine,
  'take-out': SquareArrowOutUpRight,
  'align-left': AlignStartVertical,
  'align-centre': AlignCenterVertical,
  'align-right': AlignEndVertical,
  'align-top': AlignStartHorizontal,
  'align-middle': AlignCenterHorizontal,
  'align-bottom': AlignEndHorizontal,
  'distribute-horizontal': AlignHorizontalSpaceAround,
  'distribute-vertical': AlignVerticalSpaceAround,
  tidy: LayoutGrid,
  front: BringToFront,
  forward: LayersPlus,
  backward: LayersMinus,
  back: SendToBack,
  group: Group,
  ungroup: Ungroup,
  lock: Lock,
  unlock: LockOpen,
  'zoom-in': ZoomIn,
  'zoom-out': ZoomOut,
  'zoom-full': Crosshair,
  'zoom-fit': Maximize,
  'zoom-selection': Scan,
  minimap: MapSign,
  search: Search,
  outline: ListTree,
  people: Users,
  progress: ChartNoAxesColumn,
  reality: ListChecks,
  comments: MessageCircle,
  versions: History,
  help: Keyboard,
  'look-here': LocateFixed,
};

/** By the beginning of the id, where there are as many commands as forms, languages and people. */
const isToolName = (name: string): name is ToolName => (TOOL_NAMES as readonly string[]).includes(name);

const BY_START: Readonly<Record<string, LucideIcon>> = { 'form-': FileText, 'language-': Languages, 'follow-': Users, 'go-': LocateFixed };

export function CommandSign({ id }: { readonly id: string }) {
  const [start, rest] = [id.slice(0, id.indexOf('-') + 1), id.slice(id.indexOf('-') + 1)];
  if (start === 'stamp-' || start === 'react-') return <StampSign sign={rest as Sign} />;
  const Sign = start === 'tool-' && isToolName(rest) ? TOOL_ICONS[rest] : (SIGNS[id] ?? BY_START[start] ?? Circle);
  return <Sign aria-hidden />;
}

/** A stamp's picture. */
export function StampSign({ sign }: { readonly sign: string }) {
  const art = signArtOf(sign);
  if (!art) return null;
  const { paper, edge } = objectColorOf(art.colour);
  return (
    <svg viewBox={`0 0 ${SIGN_SIDE} ${SIGN_SIDE}`} width="24" height="24" fill="none" aria-hidden="true">
      {art.body !== '' && <path d={art.body} fill={paper} />}
      <path d={art.lines} stroke={edge} strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
