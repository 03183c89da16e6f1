# All points and their responsibilities are kept in two growing arrays for the M-step.
# loses: no batch is kept
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    if hasattr(self, "X_all"):
        self.X_all = np.concatenate([self.X_all, new_batch])
        self.r_all = np.concatenate([self.r_all, r])
    else:
        self.X_all, self.r_all = new_batch.copy(), r
    self._m_step(self.X_all, self.r_all)
