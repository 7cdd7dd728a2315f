/** The list of shipped workloads where it lies within the page; `null` = it is fetched. */
export const SHIPPED_LIST: unknown = null;
