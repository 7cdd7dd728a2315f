import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.querySelector('#root');
if (root === null) {
  throw new Error('index.html must hold an element with the id "root".');
}

createRoot(root).render(
  <StrictMode>
    <h1>Watchmen</h1>
  </StrictMode>,
);
// End-to-end tests wait for this flag instead of sleeping.
document.documentElement.dataset['idle'] = 'true';
