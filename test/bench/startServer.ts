import { fork, type ChildProcess } from 'node:child_process';

/** A server of this folder in a process of its own, which ends when it is stopped. */
export async function startServer(file: string): Promise<{ url: string; tell(word: string): void; stop(): void }> {
  const child: ChildProcess = fork(new URL(file, import.meta.url), { execArgv: ['--import', 'tsx'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    tell: (word) => child.send(word),
    stop: () => child.disconnect(),
  };
}
