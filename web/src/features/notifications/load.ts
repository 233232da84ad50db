import { api, outcome, type Outcome } from '../../api/client';
import type { OwnNotification } from '../../api/types';

export interface NotificationPage {
  items: OwnNotification[];
  next: string | null;
}

/** Unread or read ones, the newest first, from the beginning or from where a page before ended. */
export function loadNotifications(
  state: 'unread' | 'read',
  cursor: string | null,
): Promise<Outcome<NotificationPage>> {
  const query = cursor === null ? { state } : { state, cursor };
  return outcome(api.GET('/api/v1/me/notifications', { params: { query } }));
}

export function markRead(id: string): Promise<Outcome<unknown>> {
  return outcome(api.POST('/api/v1/me/notifications/{id}/read', { params: { path: { id } } }));
}

/** This one and all older ones; what came meanwhile stays unread. */
export function markAllRead(newest: string): Promise<Outcome<unknown>> {
  return outcome(api.POST('/api/v1/me/notifications/read', { body: { up_to: newest } }));
}
