// Puts the editor on the page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

function Editor() {
  return (
    <main>
      <h1>Bitexte</h1>
    </main>
  );
}

const place = document.getElementById('editor');
if (!place) throw new Error('The page has no place for the editor.');
createRoot(place).render(
  <StrictMode>
    <Editor />
  </StrictMode>,
);
