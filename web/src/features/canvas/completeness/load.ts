import { api, outcome, type Outcome } from '../../../api/client';
import type { Completeness } from '../../../api/types';

export function loadCompleteness(id: string): Promise<Outcome<Completeness>> {
  const params = { path: { id } };
  return outcome(api.GET('/api/v1/partnerships/{id}/business-model/completeness', { params }));
}
