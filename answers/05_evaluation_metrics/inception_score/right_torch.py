# Distributions of torch.
import torch
from torch.distributions import Categorical

def inception_score(probs, splits=10):
    scores = []
    for part in torch.tensor_split(torch.as_tensor(probs), splits):
        gap = Categorical(probs=part.mean(0)).entropy() - Categorical(probs=part).entropy().mean()
        scores.append(gap.exp())
    scores = torch.stack(scores)
    return scores.mean().item(), scores.std(unbiased=False).item()
