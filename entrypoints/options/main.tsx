import { runOptions } from '../../src/ui/options/run.tsx';

const root = document.getElementById('app');
if (root) void runOptions(root);
