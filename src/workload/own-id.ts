/** Is `id` that of a program of one's own, not of a shipped one, whose ids have a dot? */
export function isOwnProfileId(id: string): boolean {
  return /^own-[0-9a-f]{16}$/u.test(id);
}
