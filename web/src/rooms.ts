import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import Compass from '@lucide/svelte/icons/compass';
import Footprints from '@lucide/svelte/icons/footprints';
import Gem from '@lucide/svelte/icons/gem';
import IdCard from '@lucide/svelte/icons/id-card';
import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import Scale from '@lucide/svelte/icons/scale';
import Sprout from '@lucide/svelte/icons/sprout';
import Telescope from '@lucide/svelte/icons/telescope';
import TextQuote from '@lucide/svelte/icons/text-quote';
import UsersRound from '@lucide/svelte/icons/users-round';
import { m } from './paraglide/messages.js';
import BoardMenu from './features/boards/BoardMenu.svelte';
import Commented from './features/comments/Commented.svelte';
import CommentsButton from './features/comments/CommentsButton.svelte';
import type { BoardTools, Place, Room } from './features/partnerships/room';
import {
  AMBITION,
  CANVAS,
  GIVE_AND_TAKE,
  IMPROVEMENTS,
  LEDGER,
  PEOPLE,
  PHASES,
  PROFILES,
  ROLES,
  ROOM_TO_MOVE,
  SCANS,
  VALUES,
} from './routes';

type LoadInside = NonNullable<Room['loadInside']>;
type LoadedTaste = ReturnType<NonNullable<Place['loadTaste']>>;

/** The rooms that exist, in the order of the work. Each comes in a chunk of its own when it is first entered. */
export const rooms: Room[] = [
  {
    id: AMBITION,
    kind: 'ambition',
    icon: TextQuote as Room['icon'],
    label: m.frame_room_ambition,
    load: () => import('./features/ambition/AmbitionRoom.svelte'),
    loadPast: () => import('./features/ambition/AmbitionPast.svelte'),
    loadInside: () => import('./features/ambition/InsideAmbition.svelte') as ReturnType<LoadInside>,
    loadTaste: () => import('./features/ambition/versions/InShort.svelte') as LoadedTaste,
    loadHeadline: () => import('./features/ambition/versions/HeadlineOnTop.svelte'),
    loadSign: () => import('./features/ambition/versions/SharedSign.svelte'),
  },
  {
    id: VALUES,
    kind: 'values',
    icon: Gem as Room['icon'],
    label: m.values_title,
    load: () => import('./features/values/ValuesRoom.svelte'),
    loadPast: () => import('./features/values/ValuesPast.svelte'),
    loadInside: () => import('./features/values/InsideValues.svelte') as ReturnType<LoadInside>,
    loadBesideDecision: () => import('./features/values/YourValues.svelte'),
  },
  {
    id: CANVAS,
    kind: 'canvas',
    icon: LayoutGrid as Room['icon'],
    label: m.frame_room_canvas,
    load: () => import('./features/canvas/CanvasRoom.svelte'),
    loadPast: () => import('./features/canvas/CanvasPast.svelte'),
    loadInside: () => import('./features/canvas/InsideCanvas.svelte') as ReturnType<LoadInside>,
    loadTaste: () => import('./features/canvas/versions/InShort.svelte') as LoadedTaste,
  },
  {
    id: ROLES,
    kind: 'roles',
    icon: UsersRound as Room['icon'],
    label: m.frame_room_roles,
    load: () => import('./features/roles/RolesRoom.svelte'),
    loadPast: () => import('./features/roles/RolesPast.svelte'),
    loadInside: () => import('./features/roles/suggestion/SuggestionPage.svelte') as ReturnType<LoadInside>,
  },
];

/** Where one goes that is not a board, after the rooms. */
export const places: Place[] = [
  {
    id: PHASES,
    icon: Footprints as Place['icon'],
    label: m.phases_title,
    load: () => import('./features/phases/PhasesPlace.svelte') as ReturnType<Place['load']>,
    loadTaste: () => import('./features/phases/InShort.svelte') as LoadedTaste,
    loadNextSteps: () => import('./features/phases/NextSteps.svelte'),
  },
  {
    id: SCANS,
    icon: Telescope as Place['icon'],
    label: m.frame_room_scans,
    load: () => import('./features/scans/ScansPlace.svelte') as ReturnType<Place['load']>,
    loadTaste: () => import('./features/scans/LastScan.svelte') as LoadedTaste,
  },
  {
    id: IMPROVEMENTS,
    icon: Sprout as Place['icon'],
    label: m.improvements_title,
    observerLabel: m.successes_title,
    load: () => import('./features/scans/improvements/ImprovementsPlace.svelte') as ReturnType<Place['load']>,
    loadTaste: () => import('./features/scans/improvements/InShort.svelte') as LoadedTaste,
  },
  {
    id: LEDGER,
    within: CANVAS,
    icon: Scale as Place['icon'],
    label: m.ledger_title,
    load: () => import('./features/canvas/ledger/LedgerPlace.svelte') as ReturnType<Place['load']>,
  },
  {
    id: GIVE_AND_TAKE,
    within: PEOPLE,
    icon: ArrowLeftRight as Place['icon'],
    label: m.contributions_title,
    load: () => import('./features/contributions/GiveAndTakePlace.svelte') as ReturnType<Place['load']>,
    loadTaste: () => import('./features/contributions/InShort.svelte') as LoadedTaste,
  },
  {
    id: PROFILES,
    within: PEOPLE,
    icon: IdCard as Place['icon'],
    label: m.profiles_title,
    load: () => import('./features/profiles/ProfilePlace.svelte') as ReturnType<Place['load']>,
  },
  {
    id: ROOM_TO_MOVE,
    within: 'roles',
    icon: Compass as Place['icon'],
    label: m.leeway_title,
    load: () => import('./features/leeway/RoomToMovePlace.svelte') as ReturnType<Place['load']>,
  },
];

/** What each of them has: a menu in its header, a history, and what is said about it. */
export const boardTools: BoardTools = {
  menu: BoardMenu,
  comments: Commented,
  commentsButton: CommentsButton,
  loadBin: () => import('./features/boards/BinList.svelte'),
  loadHistory: () => import('./features/boards/HistoryRoom.svelte'),
};
