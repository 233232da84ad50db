import { createContext, type Component } from 'svelte';
import type { Partnership } from '../api/types';

/** What is good to have in sight where partners decide something; another feature knows what that is. */
export type LoadBesideDecision = () => Promise<{ default: Component<{ partnership: Partnership }> }>;

export const [besideDecision, provideBesideDecision] = createContext<readonly LoadBesideDecision[]>();
