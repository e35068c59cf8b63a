import { runAllow } from '../../src/ui/allow/run.tsx';

const root = document.getElementById('app');
if (root) void runAllow(root);
