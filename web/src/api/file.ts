import { outcome, type Outcome } from './client';
import { fileName } from './file_name';

/** Something to take along. */
export interface LoadedFile {
  name: string;
  content: Blob;
}

interface Answered {
  data?: Blob | undefined;
  error?: unknown;
  response: Response;
}

/** What the server gives as a file, by the name that it gives it. */
export async function loadedFile(call: Promise<Answered>, format: string): Promise<Outcome<LoadedFile>> {
  let name = '';
  const answer = await outcome(
    call.then((answered) => {
      name = fileName(answered.response.headers.get('Content-Disposition'), format);
      return answered;
    }),
  );
  return answer.problem ? { problem: answer.problem } : { data: { name, content: answer.data as Blob } };
}
