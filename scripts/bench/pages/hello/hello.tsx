import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** The floor of a page with React: one heading, and nothing else. */
const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <h1>Hello</h1>
    </StrictMode>,
  );
}
