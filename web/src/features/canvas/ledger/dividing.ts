/** Divided equally, in whole cents or minutes; what cannot be divided goes to the first ones, one each. */
export function equally(amount: number, among: number): number[] {
  const each = Math.floor(amount / among);
  const left = amount - each * among;
  return Array.from({ length: among }, (_, index) => each + (index < left ? 1 : 0));
}

/** What is still to be divided; negative when more was divided than there is. */
export function restOf(amount: number, shares: readonly number[]): number {
  return shares.reduce((rest, share) => rest - share, amount);
}
