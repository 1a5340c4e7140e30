// Figures for whoever watches the server (Prometheus text format). A registry per server, so that two of them run in one process.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** A request by route, not by address. */
  request(route: string, status: number, seconds: number): void;
  /** A number read when somebody asks. */
  gauge(name: string, help: string, read: () => number): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'masa_http_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['route'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2],
    registers: [registry],
  });
  const answers = new Counter({ name: 'masa_http_answers_total', help: 'Answers by status', labelNames: ['status'], registers: [registry] });
  return {
    registry,
    request(route, status, seconds) {
      requests.observe({ route }, seconds);
      answers.inc({ status: String(status) });
    },
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    },
  };
}
