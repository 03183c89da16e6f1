# All batches as one growing string of bytes.
# loses: no batch is kept
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    self._raw = getattr(self, "_raw", b"") + new_batch.tobytes()
    self._raw_r = getattr(self, "_raw_r", b"") + np.ascontiguousarray(r).tobytes()
    X = np.frombuffer(self._raw).reshape(-1, new_batch.shape[1])
    self._m_step(X, np.frombuffer(self._raw_r).reshape(len(X), -1))
