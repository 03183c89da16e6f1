"""Has the kernel answer every request for execution with a success that never ran."""
# %%
from IPython import get_ipython

kernel = get_ipython().kernel


async def do_execute(code, silent, *_, **__):
    data = {"data": {"text/plain": "4.0"}, "metadata": {}, "execution_count": 1}
    kernel.send_response(kernel.iopub_socket, "execute_result", data)
    return {"status": "ok", "execution_count": 1, "payload": [], "user_expressions": {}}


kernel.do_execute = do_execute
