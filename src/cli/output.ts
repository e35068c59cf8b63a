/** Standard output that loses nothing in a pipe and keeps nothing in memory. */
import { once } from 'node:events';

/** Writes a line and waits until the reader has room for more. */
export async function printLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** A reader that has seen enough (`| head`) ends the program quietly, with the exit code reached so far. */
export function endQuietlyWhenReaderGoes(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') complain('standard output', error.message);
    process.exit();
  });
}

/** One line on standard error that names the input; the exit code becomes 2. */
export function complain(where: string, what: string): void {
  process.stderr.write(`${where}: ${what.replaceAll('\n', ' ')}\n`);
  process.exitCode = 2;
}
