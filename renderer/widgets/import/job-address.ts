import { useNavigate, useSearchParams } from 'react-router';

export interface JobAddress {
  readonly jobId: string | null;
  readonly set: (jobId: string) => void;
  readonly clear: () => void;
}

/** The job a page is about stands in its address (`path?job=…`), so that the page may be left and found again. */
export const useJobAddress = (path: string): JobAddress => {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const jobId = params.get('job');
  return {
    jobId,
    set: (id) => void navigate(`${path}?job=${id}`, { replace: true }),
    clear: () => {
      if (jobId !== null) void navigate(path, { replace: true });
    },
  };
};
