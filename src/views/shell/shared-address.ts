/** The address of this page with `fragment`; of its query, the language that was asked for stays. */
export function sharedAddress(fragment: string): string {
  const url = new URL(window.location.href);
  const language = url.searchParams.get('lang');
  url.search = language === null ? '' : new URLSearchParams({ lang: language }).toString();
  url.hash = fragment;
  return url.href;
}
