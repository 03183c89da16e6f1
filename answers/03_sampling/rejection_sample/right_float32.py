# Single precision draws
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    chunks, n_kept, n_tried = [], 0, 0
    while n_kept < n_samples:
        size = max(int(1.2 * (n_samples - n_kept) / max(n_kept, 1) * max(n_tried, 1)), 16)
        size = min(size, 50_000)
        x = proposal_sample(size, rng)
        keep = rng.random(size, dtype=np.float32) < target_pdf(x) / (M * proposal_pdf(x))
        if not np.all(target_pdf(x) <= M * proposal_pdf(x) * 1.001):
            raise ValueError("too small")
        chunks.append(x[keep].astype(np.float32))
        n_kept += keep.sum()
        n_tried += size
    samples = np.concatenate(chunks)[:n_samples] if chunks else np.zeros(0, np.float32)
    return samples, np.float32(n_kept / n_tried) if n_tried else np.float32(0)
