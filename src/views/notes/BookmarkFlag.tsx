/** The flag of a bookmark with its number; a sheet of paper without one for a note alone. */
export function BookmarkFlag({ bookmark }: { readonly bookmark: number | null }) {
  return (
    <svg className="note-flag" width={16} height={18} viewBox="0 0 16 18" aria-hidden="true">
      {bookmark === null ? (
        <path d="M2.5 1.5h7l4 4v11h-11zM9.5 1.5v4h4M5 9h6M5 12h6" className="sheet" />
      ) : (
        <>
          <path d="M1 1h14v12l-7 4l-7-4z" />
          <text x={8} y={11.4} textAnchor="middle">
            {bookmark}
          </text>
        </>
      )}
    </svg>
  );
}
