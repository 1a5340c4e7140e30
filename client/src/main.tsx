// Process edge of the client: styles, language, the root of the interface.
import './ui/theme.css';
import './ui/components.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { speakInRequests } from './session/api.ts';
import { currentLanguage } from './ui/text.ts';

speakInRequests(currentLanguage);
document.documentElement.lang = currentLanguage();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
