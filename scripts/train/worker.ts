/** A thread of `space.ts`: told a task, it answers with the machine. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Lesson, machinesFrom, type Task } from './machine.ts';

const machineOf = machinesFrom(workerData as Lesson);

parentPort!.on('message', (task: Task) => parentPort!.postMessage(machineOf(task)));
