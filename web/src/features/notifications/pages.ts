import type { Component } from 'svelte';

/** What somebody was told. It comes when it is asked for: everybody sees the bell, and few its list at first. */
export const notifications: () => Promise<{ default: Component }> = () => import('./Notifications.svelte');
