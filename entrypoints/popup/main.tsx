import { runPopup } from '../../src/ui/popup/run.tsx';

const root = document.getElementById('app');
if (root) void runPopup(root);
