/* Calls the core and prints every output with the digits that tell floats apart. */
#include <stdio.h>
#include "data.h"

extern void edge_predict(float *parameters, int length, float *inputs, float *outputs);

int main(void)
{
    float outputs[OUTPUTS];
    edge_predict(parameters, sizeof parameters / sizeof *parameters, inputs, outputs);
    for (int i = 0; i < OUTPUTS; i++)
        printf("%.9g\n", outputs[i]);
    return 0;
}
