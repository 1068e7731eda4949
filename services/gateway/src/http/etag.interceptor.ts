import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';

type Response = { header(name: string, value: string): unknown };

/** What has a revision has it for its `ETag`: what was written, and one thing that was read. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((body: unknown) => {
        const { revision } = (body ?? {}) as { readonly revision?: unknown };
        if (typeof revision === 'number') response.header('etag', `"${String(revision)}"`);
        return body;
      }),
    );
  }
}
