// The edge of the process: environment and arguments in, a running server out, signals and broken promises handled.
import { compose, type Masa } from './compose.ts';
import { type Config, parseConfig } from './config.ts';
import { lanAddresses } from './lanAddresses.ts';
import { CannotStart } from './store/dataFolder.ts';

/** A shutdown that takes longer is cut: what was acknowledged is on disk by then. */
const CLOSE_MS = 5_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

async function announce(masa: Masa, local: string, { host, setupKey }: Config): Promise<void> {
  const address = masa.publicAddress();
  const { port } = new URL(local);
  const inNetwork = host === '0.0.0.0' || host === '::' ? lanAddresses().map((lan) => `http://${lan}:${port}`) : [];
  say('');
  say(`Masa is open at ${local}`);
  for (const lan of inNetwork) say(`  in this network: ${lan}`);
  if (address !== local && !inNetwork.includes(address)) say(`  for everybody:   ${address}`);
  const key = await masa.setupKey();
  if (key !== undefined) {
    say('');
    say(
      `Nobody runs this server yet. Open this link once to become its organiser${setupKey === undefined ? '' : ', with the key in MASA_SETUP_KEY'}:`,
    );
    for (const each of new Set([local, address])) say(`  ${each}/setup${setupKey === undefined ? `#${key}` : ''}`);
  }
  say('');
}

async function start(): Promise<void> {
  const unknown = process.argv.slice(2).filter((argument) => argument !== '--demo');
  if (unknown.length > 0) {
    complain(`Masa does not know ${unknown.join(' ')}. The only argument is --demo: it opens a workshop with nine filled sheets.`);
    process.exit(2);
  }
  const config = parseConfig(process.env);
  if (!config.ok) {
    for (const sentence of config.error) complain(sentence);
    process.exit(2);
  }

  const masa = await compose(config.value);
  process.on('unhandledRejection', (error) => masa.log.error({ error }, 'process.unhandled-rejection'));
  process.on('uncaughtException', (error) => {
    // The state of the process is unknown now; whoever watches it starts it again, and everything acknowledged is on disk.
    masa.log.fatal({ error }, 'process.uncaught');
    process.exit(1);
  });

  let closing = false;
  const close = (signal: string): void => {
    if (closing) return;
    closing = true;
    masa.log.info({ signal }, 'process.closing');
    setTimeout(() => process.exit(1), CLOSE_MS).unref();
    masa.close().then(
      () => process.exit(0),
      (error: unknown) => {
        masa.log.error({ error }, 'process.unclean-close');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);

  const local = await masa.listen();
  await announce(masa, local, config.value);
  if (process.argv.includes('--demo')) {
    const { openDemo } = await import('./demo/openDemo.ts');
    const links = await openDemo(masa.commands, masa.publicAddress());
    say('The demo workshop is open. Its links work in any browser that reaches this machine:');
    for (const { what, url } of links) say(`  ${what}: ${url}`);
    say('');
  }
}

start().catch((error: unknown) => {
  complain(sentenceFor(error));
  process.exit(1);
});

function sentenceFor(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return 'Another program already listens on this port. Set PORT to another number, e.g. PORT=8081.';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'This machine has no such address to listen on. Set HOST to 0.0.0.0, to 127.0.0.1 or to an address of its own.';
  if (code === 'EACCES' || code === 'EPERM')
    return 'Masa may not use this port or write into DATA_DIR. Choose a port above 1023 and a folder of your own.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
