/** A thread of `space.ts`: told a task, it answers with the machine. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Lesson, machineOf, type Task } from './machine.ts';

parentPort!.on('message', (task: Task) => parentPort!.postMessage(machineOf(workerData as Lesson, task)));
